/** Rules over samples and events; alerts with a life of their own; who is told, when, and who has answered. */
@NullMarked
package id.ronda.alerting;

import org.jspecify.annotations.NullMarked;
