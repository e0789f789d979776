package io.seikyu.standalone;

import io.seikyu.command.CommandSide;
import io.seikyu.query.QuerySideConfiguration;
import io.seikyu.standalone.cli.CommandLineTool;
import io.seikyu.standalone.demo.Demo;
import java.net.URI;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/**
 * Both sides in one process, on databases that it brings along: what to start first. With {@code demo} as its first
 * argument it does the main job on the samples and keeps running; with the name of a {@linkplain CommandLineTool tool} it
 * does that and ends.
 */
@EnableAutoConfiguration
@Import({StandaloneConfiguration.class, CommandSide.class, QuerySideConfiguration.class})
public class SeikyuApplication {
    /** Overridden by whatever is configured. */
    private static final Map<String, Object> DEFAULTS = Map.of(
            "server.address", "127.0.0.1",
            "spring.main.log-startup-info", "false",
            "logging.level.root", "WARN",
            "logging.level.io.seikyu", "INFO");

    public static void main(String[] arguments) {
        if (arguments.length > 0 && CommandLineTool.knows(arguments[0])) {
            System.exit(CommandLineTool.run(arguments));
        }
        // Spring would load converters of all formats meanwhile, and an XSLT processor for one, to have them taken out
        System.setProperty("spring.backgroundpreinitializer.ignore", "true");
        HeadStart.begin();
        if (arguments.length > 0 && arguments[0].equals("demo")) {
            Demo.run(SeikyuApplication::start);
        } else {
            start(arguments);
        }
    }

    /**
     * Starts and answers.
     *
     * @param arguments like {@code --seikyu.port=0}; they count more than the environment
     * @return where it answers
     */
    static URI start(String... arguments) {
        return addressOf(run(arguments));
    }

    static ConfigurableApplicationContext run(String... arguments) {
        SpringApplication application = new SpringApplication(SeikyuApplication.class);
        application.setDefaultProperties(DEFAULTS);
        return application.run(arguments);
    }

    static URI addressOf(ConfigurableApplicationContext context) {
        String host = context.getEnvironment().getProperty("server.address");
        return URI.create("http://" + host + ":" + context.getEnvironment().getProperty("local.server.port"));
    }
}
