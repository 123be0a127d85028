using System.Collections.Immutable;
using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Domain.Problems;

/// <summary>The ledgers that one unit has handed in, the newest year first.</summary>
public sealed record UnitProblems(OrgUnitId OrgUnit, ImmutableArray<ProblemLedger> Ledgers);
