using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Findings;
using EduAnalytics.Gateway.Queries.Findings;
using EduAnalytics.Gateway.Schema.OrgUnits;
using EduAnalytics.Gateway.Schema.Scalars;
using EduAnalytics.Gateway.Transport.SourceFields;
using GraphQL.Types;

namespace EduAnalytics.Gateway.Schema.Findings;

internal sealed class FindingCountsType : OutputType<FindingCounts>
{
    public FindingCountsType()
    {
        Name = "FindingCounts";
        List<FindingPeriodCountType>("periods").From(source => source.Periods);
        List<FindingSeverityCountType>("severities").From(source => source.Severities);
        List<FindingRuleCountType>("rules").Description("The most frequent first.").From(source => source.Rules);
        List<FindingStateCountType>("states").From(source => source.States);
        List<FindingOrgUnitCountType>("orgUnits")
            .Description("The unit itself, then each of its children with all below it.")
            .From(source => source.OrgUnits);
    }
}

internal sealed class FindingPeriodCountType : OutputType<PeriodCount>
{
    public FindingPeriodCountType()
    {
        Name = "FindingPeriodCount";
        Required<PeriodScalar>("period").From(source => source.Period);
        Required<IntGraphType>("count").From(source => source.Count);
    }
}

internal sealed class FindingSeverityCountType : OutputType<SeverityCount>
{
    public FindingSeverityCountType()
    {
        Name = "FindingSeverityCount";
        Required<EnumerationGraphType<Severity>>("severity").From(source => source.Severity);
        Required<IntGraphType>("count").From(source => source.Count);
    }
}

internal sealed class FindingStateCountType : OutputType<StateCount>
{
    public FindingStateCountType()
    {
        Name = "FindingStateCount";
        Required<EnumerationGraphType<FindingState>>("state").From(source => source.State);
        Required<IntGraphType>("count").From(source => source.Count);
    }
}

internal sealed class FindingRuleCountType : OutputType<RuleCount>
{
    public FindingRuleCountType(Catalogue catalogue)
    {
        Name = "FindingRuleCount";
        Required<FindingRuleType>("definition").From(source => catalogue.Rulebook.Require(source.Rule));
        Required<IntGraphType>("count").From(source => source.Count);
    }
}

internal sealed class FindingOrgUnitCountType : OutputType<OrgUnitCount>
{
    public FindingOrgUnitCountType()
    {
        Name = "FindingOrgUnitCount";
        Required<OrgUnitType>("orgUnit").From(source => source.Unit);
        Required<IntGraphType>("count").From(source => source.Count);
        Optional<PeriodScalar>("newest")
            .Description("The newest calendar year about which anything was found there, whatever is asked for.")
            .From(source => source.Newest);
    }
}
