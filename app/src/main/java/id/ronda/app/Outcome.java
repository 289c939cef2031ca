package id.ronda.app;

/** How a command ended, apart from what it printed. */
sealed interface Outcome {

    /** The thing asked for was done. */
    Outcome DONE = new Done();

    /** The exit status of the process. */
    int exitStatus();

    /** The thing asked for was done. */
    record Done() implements Outcome {
        @Override
        public int exitStatus() {
            return 0;
        }
    }

    /**
     * The thing asked for was not done.
     *
     * @param reason one sentence that says why; it becomes the last line of stderr
     */
    record Failed(String reason) implements Outcome {
        @Override
        public int exitStatus() {
            return 1;
        }
    }

    /**
     * The command was given wrongly; nothing was tried.
     *
     * @param reason one sentence that names the argument; it becomes the last line of stderr
     */
    record WrongUse(String reason) implements Outcome {
        @Override
        public int exitStatus() {
            return 2;
        }
    }

    /** The command is known, and what it starts is not in this build. */
    static Outcome notBuilt(String command, String missing) {
        return new Failed("\"" + command + "\" is not in this build: it has no " + missing);
    }
}
