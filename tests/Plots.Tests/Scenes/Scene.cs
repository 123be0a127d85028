namespace EduAnalytics.Plots.Tests.Scenes;

/// <summary>A plot as the dashboard would ask for it, in any size, theme and language.</summary>
/// <param name="Name">The kind; what is unusual about it follows after a dash.</param>
internal sealed record Scene(string Name, Func<SceneLook, PlotSpec> Of)
{
    /// <summary>One of each kind with everything it can show.</summary>
    public static IReadOnlyList<Scene> Usual { get; } =
    [
        LineScenes.Usual, RankingScenes.Usual, StatusMapScenes.Usual, StripScenes.Usual, FunnelScenes.Usual, SlopeScenes.Usual,
        MultiplesScenes.Usual, WaterfallScenes.Usual, TreeScenes.Usual, PulseScenes.Usual, SparklineScenes.Usual,
    ];

    /// <summary>Those whose look changes beyond one heavier line when a reader picks something in a report.</summary>
    public static IReadOnlyList<Scene> Picked { get; } =
        [LineScenes.Picked, MultiplesScenes.Picked, StripScenes.Picked, WaterfallScenes.Picked, TreeScenes.Picked];

    /// <summary>The usual ones and those that strain a layout: something picked, thirty long names, a single unit, no data.</summary>
    public static IReadOnlyList<Scene> All { get; } =
    [
        .. Usual, .. Picked, .. LineScenes.Unusual, .. RankingScenes.Unusual, .. StatusMapScenes.Unusual, .. StripScenes.Unusual,
        .. FunnelScenes.Unusual, .. SlopeScenes.Unusual, .. MultiplesScenes.Unusual, .. WaterfallScenes.Unusual, .. TreeScenes.Unusual, .. PulseScenes.Unusual,
    ];

    public static Scene Named(string name) => All.Single(scene => scene.Name == name);

    public override string ToString() => Name;
}

/// <param name="Width">CSS pixels: 900 of a page's column, 358 of a phone.</param>
internal sealed record SceneLook(int Width, PlotTheme Theme = PlotTheme.Light, bool English = false)
{
    public string Culture => English ? "en-GB" : "zh-CN";

    public int Height => Width < PlotSpec.CompactBelow ? 340 : 440;

    public string Word(string chinese, string english) => English ? english : chinese;

    /// <summary>One of the city's eight districts.</summary>
    public string District(int number) => (English ? Specs.English : Specs.Chinese)[number % 8];

    /// <summary>A name that fits nowhere.</summary>
    public string LongName(int number) => English
        ? $"Experimental School No. {number} of the Nanshan Economic and Technological Development Zone"
        : $"南山区经济技术开发区第{number}实验学校（初中部）";

    public T Dress<T>(T spec)
        where T : PlotSpec => spec with { Width = Width, Theme = Theme, Culture = Culture };
}
