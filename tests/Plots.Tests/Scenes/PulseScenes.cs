namespace EduAnalytics.Plots.Tests.Scenes;

internal static class PulseScenes
{
    public static Scene Usual { get; } = new("pulse", look => Spec(look, [.. Enumerable.Range(0, 60).Select(i => (decimal)((i * 37) % 23 * (i > 40 ? 2 : 1)))]));

    public static IReadOnlyList<Scene> Unusual { get; } =
    [
        new("pulse-large", look => Spec(look, [.. Enumerable.Range(0, 60).Select(i => i * 41_234m)])),
        new("pulse-one", look => Spec(look, [3])),
        new("pulse-empty", look => Spec(look, new decimal[60])),
    ];

    private static PulseSpec Spec(SceneLook look, decimal[] amounts) => look.Dress(new PulseSpec
    {
        Title = look.Word("过去一小时的上报", "Received in the last hour"),
        Unit = look.Word("份", "submissions"),
        Decimals = 0,
        Height = 220,
        Bars = [.. amounts.Select((amount, i) => new PulseBar(new TimeOnly(8, 0).AddMinutes(i).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture), amount))],
        Texts = new PulseTexts
        {
            Time = look.Word("时间", "time"),
            Amount = look.Word("份数", "submissions"),
            Nothing = look.Word("过去一小时没有上报", "Nothing came within the last hour"),
        },
    });
}
