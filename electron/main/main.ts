import path from 'node:path'
import { startShell } from './shell.ts'

// Built as dist/main/main.js, with the page, the preload script and the service in the folders beside it.
startShell(path.dirname(import.meta.dirname))
