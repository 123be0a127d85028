using EduAnalytics.Dashboard.Texts;

namespace EduAnalytics.Dashboard.Figures;

/// <summary>School stages as words.</summary>
public static class StageText
{
    /// <param name="stage">Null for all stages together.</param>
    public static string Of(SchoolStage? stage, FigureTexts texts) => stage switch
    {
        SchoolStage.Kindergarten => texts.Kindergarten,
        SchoolStage.Primary => texts.Primary,
        SchoolStage.Junior => texts.Junior,
        SchoolStage.Senior => texts.Senior,
        _ => texts.AllStages,
    };

    /// <summary>The code as the schema and an address hold it; null for all stages together.</summary>
    public static string? CodeOf(SchoolStage? stage) => stage?.ToString().ToUpperInvariant();
}
