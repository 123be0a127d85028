using EduAnalytics.Domain.Findings;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Queries.Watching;
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
            .Argument<ListGraphType<NonNullGraphType<EnumerationGraphType<PeriodType>>>>("periodTypes", "Changes in periods of these kinds only; all without it.")
            .Argument<BooleanGraphType>("byStage", "False for changes of all stages together only.")
            .Argument<BooleanGraphType>("stagesWithTarget", "True, with byStage false: beside all stages together also each single stage whose value has a target.")
            .Configure(field => field.StreamResolver = new PacedStream<Released<IndicatorValue>>(context =>
                live.Changes(Present(context), context.Codes("orgUnits"), context.CodesOrNull("indicators"), Wanted(context), CancellationToken.None)));
        Required<FindingType>("findingRaised")
            .Argument<NonNullGraphType<ListGraphType<NonNullGraphType<IdGraphType>>>>("orgUnits")
            .Configure(field => field.StreamResolver = new PacedStream<Released<Finding>>(context =>
                live.Raised(Present(context), context.Codes("orgUnits"), CancellationToken.None)));
        Required<FindingType>("findingWord")
            .Description("A finding whenever somebody acknowledges it or takes that back, with what is said of it now: acknowledgement is null where it is open again.")
            .Argument<NonNullGraphType<ListGraphType<NonNullGraphType<IdGraphType>>>>("orgUnits")
            .Configure(field => field.StreamResolver = new PacedStream<Released<Finding>>(context =>
                live.Words(Present(context), context.Codes("orgUnits"), CancellationToken.None)));

        static WantedChanges Wanted(IResolveFieldContext context) =>
            new(
                context.GetArgument<List<PeriodType>?>("periodTypes"),
                context.GetArgument<bool?>("byStage") ?? true,
                context.GetArgument<bool?>("stagesWithTarget") ?? false);

        Func<Caller> Present(IResolveFieldContext context) => () => callers.Present(context.User) ?? throw Forbidden.Ended();
    }
}
