package id.ronda.dashboards.live;

import id.ronda.collector.Reach;
import id.ronda.identity.Caller;
import id.ronda.identity.Right;

/**
 * What the reader of an open page sees.
 *
 * @param devices whose states
 * @param samples whose samples
 */
record LiveSight(Reach devices, Reach samples) {

    static LiveSight of(Caller caller) {
        return new LiveSight(Reach.of(caller, Right.DEVICE_READ), Reach.of(caller, Right.SERIES_READ));
    }
}
