namespace EduAnalytics.Benchmarks.City;

/// <summary>One district in one year: who was tested, who passed.</summary>
internal readonly record struct ComparedCell(string District, int Year, long Passed, long Tested);
