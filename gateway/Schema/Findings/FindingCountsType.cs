using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Findings;
using EduAnalytics.Gateway.Queries.Findings;
using EduAnalytics.Gateway.Schema.OrgUnits;
using EduAnalytics.Gateway.Schema.Scalars;
using GraphQL.Types;

namespace EduAnalytics.Gateway.Schema.Findings;

internal sealed class FindingCountsType : OutputType<FindingCounts>
{
    public FindingCountsType()
    {
        Name = "FindingCounts";
        List<FindingPeriodCountType>("periods").Resolve(context => context.Source.Periods);
        List<FindingSeverityCountType>("severities").Resolve(context => context.Source.Severities);
        List<FindingRuleCountType>("rules").Description("The most frequent first.").Resolve(context => context.Source.Rules);
        List<FindingStateCountType>("states").Resolve(context => context.Source.States);
        List<FindingOrgUnitCountType>("orgUnits")
            .Description("The unit itself, then each of its children with all below it.")
            .Resolve(context => context.Source.OrgUnits);
    }
}

internal sealed class FindingPeriodCountType : OutputType<PeriodCount>
{
    public FindingPeriodCountType()
    {
        Name = "FindingPeriodCount";
        Required<PeriodScalar>("period").Resolve(context => context.Source.Period);
        Required<IntGraphType>("count").Resolve(context => context.Source.Count);
    }
}

internal sealed class FindingSeverityCountType : OutputType<SeverityCount>
{
    public FindingSeverityCountType()
    {
        Name = "FindingSeverityCount";
        Required<EnumerationGraphType<Severity>>("severity").Resolve(context => context.Source.Severity);
        Required<IntGraphType>("count").Resolve(context => context.Source.Count);
    }
}

internal sealed class FindingStateCountType : OutputType<StateCount>
{
    public FindingStateCountType()
    {
        Name = "FindingStateCount";
        Required<EnumerationGraphType<FindingState>>("state").Resolve(context => context.Source.State);
        Required<IntGraphType>("count").Resolve(context => context.Source.Count);
    }
}

internal sealed class FindingRuleCountType : OutputType<RuleCount>
{
    public FindingRuleCountType(Catalogue catalogue)
    {
        Name = "FindingRuleCount";
        Required<FindingRuleType>("definition").Resolve(context => catalogue.Rulebook.Require(context.Source.Rule));
        Required<IntGraphType>("count").Resolve(context => context.Source.Count);
    }
}

internal sealed class FindingOrgUnitCountType : OutputType<OrgUnitCount>
{
    public FindingOrgUnitCountType()
    {
        Name = "FindingOrgUnitCount";
        Required<OrgUnitType>("orgUnit").Resolve(context => context.Source.Unit);
        Required<IntGraphType>("count").Resolve(context => context.Source.Count);
        Optional<PeriodScalar>("newest")
            .Description("The newest calendar year about which anything was found there, whatever is asked for.")
            .Resolve(context => context.Source.Newest);
    }
}
