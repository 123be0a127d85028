using EduAnalytics.Domain.Indicators;
using EduAnalytics.Gateway.Queries;
using EduAnalytics.Gateway.Release;
using EduAnalytics.Gateway.Schema.OrgUnits;
using EduAnalytics.Gateway.Schema.Scalars;
using EduAnalytics.Gateway.Transport.SourceFields;
using GraphQL.Types;

namespace EduAnalytics.Gateway.Schema.Standards;

internal sealed class ComplianceType : OutputType<Released<Compliance>>
{
    public ComplianceType()
    {
        Name = "Compliance";
        Required<StandardType>("standard").From(source => source.Shown.Standard);
        Required<PeriodScalar>("period").From(source => source.Shown.Report.Period);
        Required<IntGraphType>("met").From(source => source.Shown.Report.Count(TargetStatus.Met));
        Required<IntGraphType>("missed").From(source => source.Shown.Report.Count(TargetStatus.Missed));
        Required<IntGraphType>("noData").From(source => source.Shown.Report.Count(TargetStatus.NoData));
        Required<EnumerationGraphType<TargetStatus>>("status")
            .Description("The verdict: criteria under a rule such as 'six of seven' do not decide alone, the rule does.")
            .From(source => source.Shown.Report.VerdictBy(source.Shown.Standard));
        List<CriterionResultType>("results").From(source => source.Parts(shown => shown.Outcomes));
        List<CriterionTallyType>("tallies")
            .Description("Each criterion with how many units meet it, miss it and have no data.")
            .From(source => source.Parts(shown => shown.Tallies));
        List<OrgUnitType>("silent")
            .Description("Units that did not answer in time, of a city its districts. Nothing is known of their schools now, and their criteria stand without data.")
            .From(source => source.Shown.Silent);
    }
}

internal sealed class CriterionTallyType : OutputType<Released<CriterionTally>>
{
    public CriterionTallyType()
    {
        Name = "CriterionTally";
        Required<CriterionType>("criterion").From(source => source.Shown.Criterion);
        Required<IntGraphType>("met").From(source => source.Shown.Count(TargetStatus.Met));
        Required<IntGraphType>("missed").From(source => source.Shown.Count(TargetStatus.Missed));
        Required<IntGraphType>("noData").From(source => source.Shown.Count(TargetStatus.NoData));
    }
}
