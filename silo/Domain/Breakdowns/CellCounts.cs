using System.Collections.Immutable;

namespace EduAnalytics.Domain.Breakdowns;

/// <summary>The students counted in one cell, a number for each measure of a <see cref="CountedIndicator"/> in its order.</summary>
public sealed record CellCounts(GradeAndSex Cell, ImmutableArray<int> Counts);
