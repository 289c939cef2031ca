/** Tests of the physics behind the virtual regency. */
@NullMarked
package id.ronda.simulator.regency;

import org.jspecify.annotations.NullMarked;
