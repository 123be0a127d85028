using System.Collections.Immutable;
using EduAnalytics.Domain.Submissions;

namespace EduAnalytics.Domain.OrgUnits;

/// <summary>What makes an org unit impossible in the tree.</summary>
public static class OrgUnitRules
{
    public static ImmutableArray<SubmissionError> Check(OrgUnitsSubmission submission, OrgUnitTree tree)
    {
        var errors = new SubmissionErrors(submission.Id, submission.Units.Length);
        var levels = tree.All.ToDictionary(unit => unit.Id, unit => unit.Level);
        var seen = new HashSet<OrgUnitId>();
        for (var i = 0; i < submission.Units.Length; i++)
        {
            var unit = submission.Units[i];
            if (!seen.Add(unit.Id))
                errors.Add(SubmissionErrorCodes.Repeated, $"{unit.Id} is registered twice here.", i, "code");
            if (string.IsNullOrWhiteSpace(unit.Name))
                errors.Add(SubmissionErrorCodes.Missing, $"{unit.Id} has no name.", i, "name");
            if (levels.TryGetValue(unit.Id, out var before) && before != unit.Level)
                errors.Add(SubmissionErrorCodes.WrongLevel, $"{unit.Id} is a {before} already and cannot become a {unit.Level}.", i, "level");
            CheckParent(unit, levels, i, errors);
            if (unit.Level == OrgUnitLevel.School && unit.Stages.IsDefaultOrEmpty)
                errors.Add(SubmissionErrorCodes.Missing, $"Say which stages {unit.Name} teaches.", i, "stages");
            if (unit is { Form: { } form, Level: not OrgUnitLevel.School })
                errors.Add(SubmissionErrorCodes.WrongLevel, $"{unit.Id} is a {unit.Level}; only a school can be a {form}.", i, "form");
            levels[unit.Id] = unit.Level;
        }

        return errors.ToImmutable();
    }

    private static void CheckParent(OrgUnit unit, Dictionary<OrgUnitId, OrgUnitLevel> levels, int index, SubmissionErrors errors)
    {
        OrgUnitLevel? expected = unit.Level switch
        {
            OrgUnitLevel.School => OrgUnitLevel.District,
            OrgUnitLevel.District => OrgUnitLevel.City,
            _ => null,
        };
        OrgUnitLevel? given = unit.Parent is { } parent && levels.TryGetValue(parent, out var level) ? level : null;
        if (expected == given && (expected is not null || unit.Parent is null))
            return;
        var message = expected is null
            ? $"{unit.Id} is a city and stands under no other unit."
            : $"{unit.Id} is a {unit.Level} and stands under a {expected} that is registered before it.";
        errors.Add(SubmissionErrorCodes.UnknownOrgUnit, message, index, "parent");
    }
}
