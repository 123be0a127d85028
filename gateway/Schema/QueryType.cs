using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Findings;
using EduAnalytics.Domain.Live;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Queries;
using EduAnalytics.Gateway.Queries.Findings;
using EduAnalytics.Gateway.Queries.Views;
using EduAnalytics.Gateway.Release.Live;
using EduAnalytics.Gateway.Schema.Comparisons;
using EduAnalytics.Gateway.Schema.Findings;
using EduAnalytics.Gateway.Schema.Indicators;
using EduAnalytics.Gateway.Schema.Live;
using EduAnalytics.Gateway.Schema.OrgUnits;
using EduAnalytics.Gateway.Schema.Scalars;
using EduAnalytics.Gateway.Schema.Standards;
using EduAnalytics.Gateway.Schema.Views;
using GraphQL;
using GraphQL.Types;

namespace EduAnalytics.Gateway.Schema;

internal sealed class QueryType : OutputType<object>
{
    public QueryType(
        OrgUnitQueries units,
        OrgUnitPages pages,
        Catalogue catalogue,
        StandardQueries standards,
        ComparisonQueries comparisons,
        FindingLists findings,
        ActivityRelease activity,
        ViewQueries views)
    {
        Name = "Query";
        Optional<OrgUnitType>("orgUnit")
            .Argument<NonNullGraphType<IdGraphType>>("id")
            .ResolveAsync(async context => await units.Find(context.Code("id")));
        Required<OrgUnitConnectionType>("orgUnits")
            .Argument<OrgUnitFilterInput>("where")
            .Argument<ListGraphType<NonNullGraphType<OrgUnitSortInput>>>("order")
            .Argument<IntGraphType>("first")
            .Argument<StringGraphType>("after")
            .ResolveAsync(async context => await pages.Find(
                context.GetArgument<OrgUnitFilter?>("where") ?? OrgUnitFilter.Everything,
                context.GetArgument<List<OrgUnitSort>?>("order") ?? [],
                context.PageAsked()));
        Optional<IndicatorType>("indicator")
            .Argument<NonNullGraphType<IdGraphType>>("code")
            .Resolve(context => catalogue.FindIndicator(context.Code("code")));
        List<IndicatorType>("indicators")
            .Argument<StringGraphType>("group")
            .Resolve(context => catalogue.Indicators.Where(IsOf(context.GetArgument<string?>("group"))));
        Optional<StandardType>("standard")
            .Argument<NonNullGraphType<IdGraphType>>("code")
            .Resolve(context => standards.Find(context.Code("code")));
        List<StandardType>("standards").Resolve(_ => standards.All);
        List<OrgUnitType>("reach")
            .Description("The topmost units whose figures are for the reader, each with all that lies below it: where to begin.")
            .ResolveAsync(async context => new Rights(context.Caller(), await units.Tree()).Topmost);
        Required<FindingConnectionType>("allFindings")
            .Description("What stands against the figures of a unit and of every unit below it, the gravest first.")
            .Argument<NonNullGraphType<IdGraphType>>("at")
            .Argument<PeriodScalar>("period")
            .Argument<StringGraphType>("rule")
            .Argument<EnumerationGraphType<Severity>>("severity")
            .Argument<EnumerationGraphType<FindingState>>("state")
            .Argument<IntGraphType>("first")
            .Argument<StringGraphType>("after")
            .ResolveAsync(async context => await context.OrWithoutRights(
                findings.At(
                    context.Caller(),
                    context.Code("at"),
                    new FindingFilter(
                        context.GetArgument<Period?>("period"),
                        context.GetArgument<string?>("rule"),
                        context.GetArgument<Severity?>("severity"),
                        context.GetArgument<FindingState?>("state")),
                    context.PageAsked()),
                () => FindingPage.Empty));
        Required<ComparisonType>("comparison")
            .Argument<ListGraphType<NonNullGraphType<IdGraphType>>>("orgUnits")
            .Argument<IdGraphType>("childrenOf")
            .Argument<NonNullGraphType<ListGraphType<NonNullGraphType<IdGraphType>>>>("indicators")
            .Argument<EnumerationGraphType<SchoolStage>>("stage")
            .Argument<PeriodScalar>("from")
            .Argument<PeriodScalar>("to")
            .Argument<DateTimeScalar>("asOf", Arguments.AsOfMeaning)
            .ResolveAsync(async context => await context.OrWithoutRights(
                comparisons.Compare(context.Caller(), new ComparisonQuery(
                    context.CodesOrNull("orgUnits"),
                    context.GetArgument<string?>("childrenOf"),
                    context.Codes("indicators"),
                    context.Stage(),
                    context.Range(),
                    context.AsOf())),
                () => Comparison.Empty));
        Optional<ActivityType>("activity")
            .Description("What was accepted lately from a unit and those below it: by kind today, by minute within the last hour.")
            .Argument<NonNullGraphType<IdGraphType>>("orgUnit")
            .ResolveAsync(async context => await context.OrWithoutRights(
                AsNullable(activity.Arrivals(context.Caller(), context.Code("orgUnit"))), () => null));
        List<RecentChangeType>("recentChanges")
            .Description("Which values of a unit and those below it moved within the last hour, and from where; the newest first.")
            .Argument<NonNullGraphType<IdGraphType>>("orgUnit")
            .Argument<IntGraphType>("first", argument => argument.Description = $"At most {ChangeLog.MostValues}; {DefaultChanges} where it is left out.")
            .ResolveAsync(async context => await context.OrWithoutRights(
                activity.Changes(context.Caller(), context.Code("orgUnit"), ChangesAsked(context.GetArgument<int?>("first"))),
                () => []));
        List<SavedViewType>("savedViews")
            .Description("The reader's own views: the pinned ones first, each group by name. Where no sign-in is configured, of all who read here.")
            .ResolveAsync(async context => await views.Of(context.Caller()));
    }

    /// <summary>How many changes are given where no number is asked for.</summary>
    public const int DefaultChanges = 50;

    /// <exception cref="QueryRefusedException">It is below nought, or more than are kept.</exception>
    private static int ChangesAsked(int? first) => first is null or (>= 0 and <= ChangeLog.MostValues)
        ? first ?? DefaultChanges
        : throw new QueryRefusedException(QueryErrorCodes.BadArgument, $"'first' is {first}; give a number from 0 to {ChangeLog.MostValues}.", "first");

    private static async Task<T?> AsNullable<T>(Task<T> task) where T : class => await task;

    private static Func<Domain.Indicators.Indicator, bool> IsOf(string? group) =>
        indicator => group is null || indicator.Group == group;
}
