using System.Collections.Immutable;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Findings;
using EduAnalytics.Domain.Findings.Peers;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Gateway.Access;

namespace EduAnalytics.Gateway.Release.Findings;

/// <summary>The units that a finding compares another with, whose numbers it tells too.</summary>
internal static class FindingPeers
{
    /// <summary>Their values; empty for a finding that tells of its own unit only, null where not all of them are for the reader.</summary>
    public static ImmutableArray<ValueQuery>? Of(Finding finding, Rights rights, OrgUnitTree tree, Catalogue catalogue)
    {
        var (rule, id, period, stage, subject) = finding.Id;
        if (catalogue.Rulebook.Require(rule).Kind is not FarFromPeers)
            return [];
        if (tree.Find(id)?.Parent is not { } parent || !rights.Reaches(parent))
            return null;
        return
        [
            .. tree.ChildrenOf(parent)
                .Where(unit => unit.Id != id && (stage is not { } asked || unit.Level != OrgUnitLevel.School || unit.Stages.Contains(asked)))
                .Select(unit => new ValueQuery(unit.Id, subject, period, stage)),
        ];
    }

    /// <summary>The finding without its numbers, which are not the unit's alone.</summary>
    public static Finding Untold(Finding finding, FindingRule rule) => finding with
    {
        Message = $"{rule.Name.Chinese}。其他单位的数据不在您的权限之内，此处不列数字。",
        MessageEn = $"{rule.Name.English}. The numbers are not shown: they tell of units that are not for you.",
        Values = [],
        Numbers = [],
    };
}
