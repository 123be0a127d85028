using EduAnalytics.Dashboard.Compare;
using EduAnalytics.Dashboard.Figures;
using EduAnalytics.Dashboard.Units.Misses;

namespace EduAnalytics.Dashboard.Units;

/// <summary>What a unit's page has read.</summary>
/// <param name="Figures">Null where the unit is unknown.</param>
/// <param name="Children">The chosen indicator of the units below; null where there are none.</param>
/// <param name="Chosen">The indicator and stage that <paramref name="Children"/> is of.</param>
/// <param name="Below">Which units below miss what the unit misses; null where that was not asked.</param>
/// <param name="Standards">Null where the unit is unknown.</param>
public sealed record UnitData(
    UnitAnswer Unit, UnitFiguresAnswer? Figures, ChosenIndicator? Chosen, CompareAnswer? Children, UnitStandardsAnswer? Standards = null, MissedBelow? Below = null);

/// <param name="Stage">Null for all stages together.</param>
public sealed record ChosenIndicator(string Code, SchoolStage? Stage);
