package io.seikyu.web.openapi;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.Ordered;

/** Makes the beans of springdoc lazy: hardly any start of the application is about its documentation. */
final class LazyDocumentation implements BeanFactoryPostProcessor, Ordered {
    private static final String PACKAGE = "org.springdoc.";

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory factory) {
        for (String name : factory.getBeanDefinitionNames()) {
            BeanDefinition definition = factory.getBeanDefinition(name);
            if (isDocumentation(definition.getBeanClassName()) || isDocumentation(factoryOf(factory, definition))) {
                definition.setLazyInit(true);
            }
        }
    }

    private static String factoryOf(ConfigurableListableBeanFactory beans, BeanDefinition definition) {
        String factory = definition.getFactoryBeanName();
        return factory != null && beans.containsBeanDefinition(factory)
                ? beans.getBeanDefinition(factory).getBeanClassName()
                : null;
    }

    private static boolean isDocumentation(String className) {
        return className != null && className.startsWith(PACKAGE);
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
