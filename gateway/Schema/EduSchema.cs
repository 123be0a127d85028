using EduAnalytics.Gateway.Schema.Contract;
using GraphQL.MicrosoftDI;
using Microsoft.Extensions.DependencyInjection;

namespace EduAnalytics.Gateway.Schema;

/// <summary>The served schema: what of the contract has been built.</summary>
internal sealed class EduSchema : GraphQL.Types.Schema
{
    public EduSchema(IServiceProvider services)
        : base(new SelfActivatingServiceProvider(services))
    {
        // Today's introspection asks for both; without them GraphiQL and code generators fall back to an older question.
        Features.RepeatableDirectives = true;
        Features.DeprecationOfInputValues = true;
        Query = ActivatorUtilities.CreateInstance<QueryType>(services);
        Mutation = ActivatorUtilities.CreateInstance<MutationType>(services);
        Subscription = ActivatorUtilities.CreateInstance<SubscriptionType>(services);
        RegisterVisitor(new ContractDescriptions());
    }
}
