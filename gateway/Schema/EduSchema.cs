using EduAnalytics.Gateway.Schema.Contract;
using EduAnalytics.Gateway.Schema.Costs;
using GraphQL.MicrosoftDI;
using Microsoft.Extensions.DependencyInjection;

namespace EduAnalytics.Gateway.Schema;

/// <summary>The served schema: what of the contract has been built.</summary>
internal sealed class EduSchema : GraphQL.Types.Schema
{
    public EduSchema(IServiceProvider services)
        : base(new SelfActivatingServiceProvider(services))
    {
        // Code generators ask whether a directive repeats. That an input value is deprecated they cannot ask: the engine
        // knows it for fields and not for directives, which makes their question invalid as a whole.
        Features.RepeatableDirectives = true;
        Query = ActivatorUtilities.CreateInstance<QueryType>(services);
        Mutation = ActivatorUtilities.CreateInstance<MutationType>(services);
        Subscription = ActivatorUtilities.CreateInstance<SubscriptionType>(services);
        RegisterVisitor(new ContractDescriptions());
        RegisterVisitor(new CostVisitor(services.GetRequiredService<CostTable>()));
    }
}
