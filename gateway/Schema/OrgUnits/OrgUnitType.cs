using EduAnalytics.Domain.Breakdowns;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Queries;
using EduAnalytics.Gateway.Queries.Findings;
using EduAnalytics.Gateway.Queries.Problems;
using EduAnalytics.Gateway.Release;
using EduAnalytics.Gateway.Release.Breakdowns;
using EduAnalytics.Gateway.Release.Standards;
using EduAnalytics.Gateway.Schema.Batches;
using EduAnalytics.Gateway.Schema.Breakdowns;
using EduAnalytics.Gateway.Schema.Distributions;
using EduAnalytics.Gateway.Schema.Dropout;
using EduAnalytics.Gateway.Schema.Findings;
using EduAnalytics.Gateway.Schema.Indicators;
using EduAnalytics.Gateway.Schema.Problems;
using EduAnalytics.Gateway.Schema.Scalars;
using EduAnalytics.Gateway.Schema.Standards;
using EduAnalytics.Gateway.Transport.SourceFields;
using GraphQL;
using GraphQL.Types;

namespace EduAnalytics.Gateway.Schema.OrgUnits;

internal sealed class OrgUnitType : OutputType<OrgUnit>
{
    public OrgUnitType(
        OrgUnitQueries units,
        OrgUnitPages pages,
        DistributionRelease distributions,
        BreakdownRelease breakdowns,
        ComplianceRelease compliance)
    {
        Name = "OrgUnit";
        Required<IdGraphType>("id").From(source => source.Id.Code);
        Required<StringGraphType>("name").From(source => source.Name);
        Optional<StringGraphType>("nameEn").From(source => source.NameEn);
        Required<EnumerationGraphType<OrgUnitLevel>>("level").From(source => source.Level);
        List<EnumerationGraphType<SchoolStage>>("stages")
            .ResolveAsync(async context => (await units.Tree()).StagesOf(context.Source));
        Optional<EnumerationGraphType<SchoolForm>>("form")
            .Description("What a school is where it is no ordinary one; null else. Some are not held against other schools.")
            .From(source => source.Form);
        Optional<OrgUnitType>("parent")
            .ResolveAsync(async context => context.Source.Parent is { } parent ? (await units.Tree()).Find(parent) : null);
        Required<OrgUnitConnectionType>("children")
            .Argument<IntGraphType>("first")
            .Argument<StringGraphType>("after")
            .ResolveAsync(async context => await pages.ChildrenOf(context.Source, context.PageAsked()));
        Required<BooleanGraphType>("synthetic")
            .ResolveAsync(async context => (await units.Tree()).ContainsSynthetic(context.Source.Id));
        Required<BooleanGraphType>("inReach")
            .Description("True where the unit's figures are for the reader; its code, its name and its place are for everyone.")
            .ResolveAsync(async context => new Rights(context.Caller(), await units.Tree()).Reaches(context.Source.Id));
        Required<IndicatorValueType>("value")
            .Argument<NonNullGraphType<IdGraphType>>("indicator")
            .Argument<NonNullGraphType<PeriodScalar>>("period")
            .Argument<EnumerationGraphType<SchoolStage>>("stage")
            .Argument<DateTimeScalar>("asOf", Arguments.AsOfMeaning)
            .Resolve(context => context.Batch<ValueBatch>().Load(
                context.Caller(), context.Source, context.Code("indicator"), context.GetArgument<Period>("period"), context.Stage(), context.ReportSilent, context.AsOf()));
        List<IndicatorValueType>("series")
            .Argument<NonNullGraphType<IdGraphType>>("indicator")
            .Argument<PeriodScalar>("from")
            .Argument<PeriodScalar>("to")
            .Argument<EnumerationGraphType<SchoolStage>>("stage")
            .Argument<DateTimeScalar>("asOf", Arguments.AsOfMeaning)
            .ResolveAsync(context => context.DeferredOrWithoutRights(
                context.Batch<SeriesBatch>().Load(
                    context.Caller(), new SeriesQuery(context.Source, context.Code("indicator"), context.Stage(), context.Range(), context.AsOf()), context.ReportSilent),
                () => []));
        Required<DropoutLedgerType>("dropoutLedger")
            .Description("The ledgers of controlling dropout at a period's end: a year, school year, half-year or month.")
            .Argument<NonNullGraphType<PeriodScalar>>("period")
            .Argument<EnumerationGraphType<SchoolStage>>("stage")
            .Resolve(context => new DropoutLedger(context.Source, context.GetArgument<Period>("period"), context.Stage()));
        Required<DistributionType>("distribution")
            .Argument<NonNullGraphType<IdGraphType>>("indicator")
            .Argument<NonNullGraphType<EnumerationGraphType<SchoolStage>>>("stage")
            .Argument<NonNullGraphType<PeriodScalar>>("period")
            .ResolveAsync(context => context.DeferredOrWithoutRights(
                context.Batch<DistributionBatch>().Load(context.Caller(), new DistributionQuery(
                    context.Source, context.Code("indicator"), context.GetArgument<SchoolStage>("stage"), context.GetArgument<Period>("period")), context.ReportSilent),
                () => distributions.Nothing(context.Code("indicator"))));
        Required<BreakdownType>("breakdown")
            .Description("An indicator by grade and sex, counted from student records when asked.")
            .Argument<NonNullGraphType<IdGraphType>>("indicator")
            .Argument<NonNullGraphType<PeriodScalar>>("period")
            .Argument<NonNullGraphType<ListGraphType<NonNullGraphType<EnumerationGraphType<Dimension>>>>>("by")
            .ResolveAsync(context => context.DeferredOrWithoutRights(
                context.Batch<BreakdownBatch>().Load(
                    context.Caller(),
                    new BreakdownQuery(context.Source.Id, context.Code("indicator"), context.GetArgument<Period>("period")),
                    context.GetArgument<List<Dimension>>("by"),
                    context.ReportSilent),
                () => breakdowns.Nothing(context.Code("indicator"))));
        Required<ComplianceType>("compliance")
            .Argument<NonNullGraphType<IdGraphType>>("standard")
            .Argument<NonNullGraphType<PeriodScalar>>("period")
            .ResolveAsync(context => context.DeferredOrWithoutRights(
                context.Batch<ComplianceBatch>().Load(
                    context.Caller(), new ComplianceQuery(context.Source, context.Code("standard"), context.GetArgument<Period>("period")), context.ReportSilent),
                () => compliance.Nothing(context.Source, context.Code("standard"), context.GetArgument<Period>("period"))));
        List<ComplianceType>("complianceHistory")
            .Description(
                "How the unit stood by a standard, or by each that is asked of it, in the periods for which anything is known; "
                + "standard by standard, from the oldest period on. Without standard: all. Last: the newest so many of each.")
            .Argument<IdGraphType>("standard")
            .Argument<PeriodScalar>("to")
            .Argument<IntGraphType>("last")
            .ResolveAsync(context => context.DeferredOrWithoutRights(
                context.Batch<HistoryBatch>().Load(context.Caller(), new HistoryQuery(
                    context.Source, context.GetArgument<string?>("standard"), context.GetArgument<Period?>("to"), context.GetArgument<int?>("last")), context.ReportSilent),
                () => []));
        List<FindingType>("findings")
            .Argument<PeriodScalar>("period")
            .Argument<EnumerationGraphType<FindingState>>("state")
            .ResolveAsync(context => context.DeferredOrWithoutRights(
                context.Batch<FindingBatch>().Load(context.Caller(), new FindingQuery(
                    context.Source, context.GetArgument<Period?>("period"), context.GetArgument<FindingState?>("state"))), () => []));
        List<ProblemType>("problems")
            .Description("The problems that the unit names itself; of a period, those in the ledgers that answer for its figures.")
            .Argument<PeriodScalar>("period")
            .ResolveAsync(context => context.DeferredOrWithoutRights(
                context.Batch<ProblemBatch>().Load(context.Caller(), new ProblemQuery(context.Source, context.GetArgument<Period?>("period"))), () => []));
        Required<IntGraphType>("version").Resolve(context => context.Batch<VersionBatch>().Load(context.Caller(), context.Source));
    }
}
