/** A regency's devices in one process: recordings replayed, a virtual data centre with power cuts and faults. */
@NullMarked
package id.ronda.simulator;

import org.jspecify.annotations.NullMarked;
