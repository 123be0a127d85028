namespace EduAnalytics.Plots.Tests.Scenes;

internal static class SparklineScenes
{
    public static Scene Usual { get; } = new("sparkline", look => look.Dress(new SparklineSpec
    {
        Title = look.Word("体质健康优良率", "Fitness: excellent and good"),
        Unit = "%",
        Periods = LineScenes.Years(6),
        Points = [.. new decimal?[] { 3.4m, null, 38.2m, 40.7m, 48.8m, 49.9m }.Select(value => new LinePoint(value))],
        Target = 50,
    }));
}
