/** The texts that payers read, which a clerk can change without a programmer (文例). */
package io.seikyu.command.template;
