using EduAnalytics.Domain.Findings;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Release;
using EduAnalytics.Gateway.Schema.Findings;
using EduAnalytics.Gateway.Schema.Indicators;
using EduAnalytics.Gateway.Transport.Operations;
using GraphQL;
using GraphQL.Types;

namespace EduAnalytics.Gateway.Schema;

internal sealed class SubscriptionType : OutputType<object>
{
    public SubscriptionType(LiveRelease live, ICallers callers)
    {
        Name = "Subscription";
        Required<IndicatorValueType>("indicatorChanged")
            .Argument<NonNullGraphType<ListGraphType<NonNullGraphType<IdGraphType>>>>("orgUnits")
            .Argument<ListGraphType<NonNullGraphType<IdGraphType>>>("indicators")
            .Configure(field => field.StreamResolver = new PacedStream<Released<IndicatorValue>>(context =>
                live.Changes(Present(context), context.Codes("orgUnits"), context.CodesOrNull("indicators"), CancellationToken.None)));
        Required<FindingType>("findingRaised")
            .Argument<NonNullGraphType<ListGraphType<NonNullGraphType<IdGraphType>>>>("orgUnits")
            .Configure(field => field.StreamResolver = new PacedStream<Released<Finding>>(context =>
                live.Raised(Present(context), context.Codes("orgUnits"), CancellationToken.None)));

        Func<Caller> Present(IResolveFieldContext context) => () => callers.Present(context.User) ?? throw Forbidden.Ended();
    }
}
