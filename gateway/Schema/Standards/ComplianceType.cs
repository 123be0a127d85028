using EduAnalytics.Domain.Indicators;
using EduAnalytics.Gateway.Queries;
using EduAnalytics.Gateway.Release;
using EduAnalytics.Gateway.Schema.Scalars;
using GraphQL.Types;

namespace EduAnalytics.Gateway.Schema.Standards;

internal sealed class ComplianceType : OutputType<Released<Compliance>>
{
    public ComplianceType()
    {
        Name = "Compliance";
        Required<StandardType>("standard").Resolve(context => context.Source.Shown.Standard);
        Required<PeriodScalar>("period").Resolve(context => context.Source.Shown.Report.Period);
        Required<IntGraphType>("met").Resolve(context => context.Source.Shown.Report.Count(TargetStatus.Met));
        Required<IntGraphType>("missed").Resolve(context => context.Source.Shown.Report.Count(TargetStatus.Missed));
        Required<IntGraphType>("noData").Resolve(context => context.Source.Shown.Report.Count(TargetStatus.NoData));
        Required<EnumerationGraphType<TargetStatus>>("status")
            .Description("The verdict: criteria under a rule such as 'six of seven' do not decide alone, the rule does.")
            .Resolve(context => context.Source.Shown.Report.VerdictBy(context.Source.Shown.Standard));
        List<CriterionResultType>("results").Resolve(context => context.Source.Parts(shown => shown.Outcomes));
        List<CriterionTallyType>("tallies")
            .Description("Each criterion with how many units meet it, miss it and have no data.")
            .Resolve(context => context.Source.Parts(shown => shown.Tallies));
    }
}

internal sealed class CriterionTallyType : OutputType<Released<CriterionTally>>
{
    public CriterionTallyType()
    {
        Name = "CriterionTally";
        Required<CriterionType>("criterion").Resolve(context => context.Source.Shown.Criterion);
        Required<IntGraphType>("met").Resolve(context => context.Source.Shown.Count(TargetStatus.Met));
        Required<IntGraphType>("missed").Resolve(context => context.Source.Shown.Count(TargetStatus.Missed));
        Required<IntGraphType>("noData").Resolve(context => context.Source.Shown.Count(TargetStatus.NoData));
    }
}
