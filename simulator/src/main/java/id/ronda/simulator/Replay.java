package id.ronda.simulator;

/** How a recording is served. */
public enum Replay {
    /** As it was recorded, to the last octet. */
    FROZEN,
    /** As recorded, but sysUpTime runs and the counters of IF-MIB go on at the mean rate they had since their device started. */
    LIVE
}
