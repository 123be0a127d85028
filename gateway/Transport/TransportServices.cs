using EduAnalytics.Gateway.Transport.Errors;
using EduAnalytics.Gateway.Transport.Http;
using EduAnalytics.Gateway.Transport.InProcess;
using EduAnalytics.Gateway.Transport.KeptAnswers;
using EduAnalytics.Gateway.Transport.Operations;
using EduAnalytics.Gateway.Transport.Page;
using EduAnalytics.Gateway.Transport.ServerSentEvents;
using EduAnalytics.Gateway.Transport.WebSocket;
using GraphQL;
using GraphQL.DI;
using GraphQL.Execution;
using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace EduAnalytics.Gateway.Transport;

internal static class TransportServices
{
    /// <summary>Everything that serves a schema, whichever it is.</summary>
    public static IServiceCollection AddGraphQLTransport<TSchema>(this IServiceCollection services)
        where TSchema : class, ISchema
    {
        services.AddOptions<GatewayOptions>().BindConfiguration(GatewayOptions.Section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<GatewayOptions>, GatewayOptionsCheck>());
        services.TryAddSingleton(TimeProvider.System);

        services.AddSingleton<GatewayInstruments>();
        services.AddSingleton<ResolverFailures>();
        services.AddSingleton<IErrorInfoProvider, ErrorDescription>();
        services.AddSingleton<ResultJson>();
        services.AddSingleton<OperationRules>();
        services.AddSingleton<OperationRunner>();
        services.AddSingleton<IConfigureExecution, ParsedDocuments>();
        services.AddSingleton<IDocumentBuilder, DocumentParser>();

        services.AddSingleton<AnswerStore>();
        services.AddSingleton<IOutgoingGrainCallFilter, GrainReads>();
        services.AddSingleton<HttpRequestReader>();
        services.AddSingleton<HttpAnswer>();
        services.AddSingleton<HttpTransport>();
        services.AddSingleton<EventStreamAnswer>();
        services.AddSingleton<SocketTransport>();
        services.AddSingleton<EmbeddedPage>();
        services.AddSingleton<SchemaText>();
        services.AddSingleton(provider => new InProcessOperations(
            provider.GetRequiredService<OperationRunner>(),
            provider.GetRequiredService<ResultJson>(),
            provider.GetRequiredService<IServiceScopeFactory>()));

        services.AddGraphQL(engine => engine
            .AddSchema<TSchema>()
            .AddScopedSubscriptionExecutionStrategy());
        return services;
    }
}
