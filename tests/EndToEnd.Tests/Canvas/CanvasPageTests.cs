using EduAnalytics.EndToEnd.Tests.Accessibility;

namespace EduAnalytics.EndToEnd.Tests.Canvas;

/// <summary>The report at every depth, plain and with something picked or laid open.</summary>
public sealed class CanvasPageTests(SampleSystem samples, Browser browser)
{
    /// <summary>The circuit has told the width of the screen, and the pictures for it are drawn.</summary>
    private const string Ready = "form.slicers:not([data-autosubmit]) ~ .canvas:not(:has([data-visual][aria-busy]))";

    public static TheoryData<string, string> Reports => new()
    {
        { "report", "/report" },
        { "report-picked", "/report?indicator=fitness.excellent_good_rate&stage=PRIMARY&pick=230402~2023~" },
        { "report-district", "/report?at=230402&group=fitness" },
        { "report-school", "/report?at=230402-s01" },
        { "report-origin", "/report?at=230402&explain=230402~2024&stage=JUNIOR&indicator=dropout.rate" },
        { "report-one-year", "/report?from=2024&to=2024&units=230404&indicator=finance.allocated" },
        { "report-no-data", "/report?from=1990&to=1991" },
    };

    [Theory]
    [MemberData(nameof(Reports))]
    public Task A_report_breaks_no_rule_of_accessibility_and_stays_in_its_frame(string name, string address) =>
        PageCheck.Holds(browser, samples.System.Address, name, address, Ready);
}
