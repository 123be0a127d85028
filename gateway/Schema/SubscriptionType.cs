using EduAnalytics.Domain.Findings;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Gateway.Queries;
using EduAnalytics.Gateway.Schema.Findings;
using EduAnalytics.Gateway.Schema.Indicators;
using EduAnalytics.Gateway.Transport.Operations;
using GraphQL.Types;

namespace EduAnalytics.Gateway.Schema;

internal sealed class SubscriptionType : OutputType<object>
{
    public SubscriptionType(IndicatorWatch watch, FindingWatch findings)
    {
        Name = "Subscription";
        Required<IndicatorValueType>("indicatorChanged")
            .Argument<NonNullGraphType<ListGraphType<NonNullGraphType<IdGraphType>>>>("orgUnits")
            .Argument<ListGraphType<NonNullGraphType<IdGraphType>>>("indicators")
            .Configure(field => field.StreamResolver = new PacedStream<IndicatorValue>(context =>
                watch.Follow(context.Codes("orgUnits"), context.CodesOrNull("indicators"), CancellationToken.None)));
        Required<FindingType>("findingRaised")
            .Argument<NonNullGraphType<ListGraphType<NonNullGraphType<IdGraphType>>>>("orgUnits")
            .Configure(field => field.StreamResolver = new PacedStream<Finding>(context =>
                findings.Follow(context.Codes("orgUnits"), CancellationToken.None)));
    }
}
