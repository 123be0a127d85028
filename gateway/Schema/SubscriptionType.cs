using EduAnalytics.Domain.Indicators;
using EduAnalytics.Gateway.Queries;
using EduAnalytics.Gateway.Schema.Indicators;
using EduAnalytics.Gateway.Transport.Operations;
using GraphQL.Types;

namespace EduAnalytics.Gateway.Schema;

internal sealed class SubscriptionType : OutputType<object>
{
    public SubscriptionType(IndicatorWatch watch)
    {
        Name = "Subscription";
        Required<IndicatorValueType>("indicatorChanged")
            .Argument<NonNullGraphType<ListGraphType<NonNullGraphType<IdGraphType>>>>("orgUnits")
            .Argument<ListGraphType<NonNullGraphType<IdGraphType>>>("indicators")
            .Configure(field => field.StreamResolver = new PacedStream<IndicatorValue>(context =>
                watch.Follow(context.Codes("orgUnits"), context.CodesOrNull("indicators"), CancellationToken.None)));
    }
}
