using EduAnalytics.Domain.Schools;

namespace EduAnalytics.Domain.Breakdowns;

/// <summary>One cell of a breakdown.</summary>
/// <param name="Grade">1 to 12; null where the records give none, as in kindergartens.</param>
/// <param name="Sex">Null where the records do not say.</param>
public readonly record struct GradeAndSex(int? Grade, Sex? Sex);
