using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Queries;
using EduAnalytics.Gateway.Transport.Errors;
using EduAnalytics.Gateway.Transport.Http;
using EduAnalytics.Gateway.Transport.InProcess;
using EduAnalytics.Gateway.Transport.KeptAnswers;
using EduAnalytics.Gateway.Transport.Operations;
using EduAnalytics.Gateway.Transport.Page;
using EduAnalytics.Gateway.Transport.Persisted;
using EduAnalytics.Gateway.Transport.Rates;
using EduAnalytics.Gateway.Transport.ServerSentEvents;
using EduAnalytics.Gateway.Transport.SourceFields;
using EduAnalytics.Gateway.Transport.WebSocket;
using GraphQL;
using GraphQL.DI;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQLParser.AST;
using Microsoft.AspNetCore.Builder;
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
        services.AddEduAccess();

        services.AddSingleton<GatewayInstruments>();
        services.AddSingleton<ResolverFailures>();
        services.AddSingleton<IErrorInfoProvider, ErrorDescription>();
        services.AddSingleton<ResultJson>();
        services.AddSingleton(provider => KnownOperationsReading.Of(
            provider.GetRequiredService<IOptions<GatewayOptions>>().Value.Operations, provider.GetServices<KnownOperation>()));
        services.AddSingleton<OperationDocuments>();
        services.AddHostedService<KnownOperationsCheck>();
        services.AddSingleton<OperationRules>();
        services.AddSingleton<OperationRunner>();
        services.AddSingleton<IConfigureExecution, ParsedDocuments>();
        services.AddSingleton<IDocumentBuilder, DocumentParser>();

        services.AddSingleton<AnswerStore>();
        services.AddSingleton(provider => new GrainsAbove(provider.GetService<OrgUnitQueries>()));
        services.AddSingleton<KeptRuns>();
        services.AddSingleton<IOutgoingGrainCallFilter, GrainReads>();
        services.AddRateLimiter(_ => { });
        services.AddSingleton<CallerRates>();
        services.AddSingleton<CountedRequests>();
        services.AddSingleton<HttpRequestReader>();
        services.AddSingleton<HttpAnswer>();
        services.AddSingleton<CallerlessAnswer>();
        services.AddSingleton<SingleAnswers>();
        services.AddSingleton<StreamedAnswers>();
        services.AddSingleton<HttpTransport>();
        services.AddSingleton<EventStreamAnswer>();
        services.AddSingleton<SharedStreams>();
        services.AddSingleton<SharedStreamOperations>();
        services.AddSingleton<SharedStreamTransport>();
        services.AddSingleton<SocketTransport>();
        services.AddSingleton<EmbeddedPage>();
        services.AddSingleton<SchemaText>();
        services.AddSingleton(provider => new InProcessOperations(
            provider.GetRequiredService<OperationRunner>(),
            provider.GetRequiredService<KeptRuns>(),
            provider.GetRequiredService<AnswerStore>(),
            provider.GetRequiredService<ICallers>(),
            provider.GetRequiredService<ResultJson>(),
            provider.GetRequiredService<IServiceScopeFactory>(),
            provider.GetRequiredService<CallerWatch>()));

        services.AddGraphQL(engine => engine
            .AddSchema<TSchema>()
            .AddExecutionStrategy<SourceFieldStrategy>(OperationType.Query)
            .AddScopedSubscriptionExecutionStrategy());
        return services;
    }
}
