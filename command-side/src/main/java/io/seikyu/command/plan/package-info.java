/** Payers pay in instalments, and are held to it (分割払い). */
package io.seikyu.command.plan;
