using System.Globalization;
using EduAnalytics.Dashboard.Addresses;
using EduAnalytics.Dashboard.Figures;
using EduAnalytics.Dashboard.Shell;

namespace EduAnalytics.Dashboard.Tests.Addresses;

public sealed class UrlsTests
{
    private static readonly Visitor Plain = Visitor.From(null, null);

    public static TheoryData<CompareView> Views =>
    [
        new CompareView(),
        new CompareView { Indicator = "fitness.pass_rate" },
        new CompareView { Units = ["230404", "230402"], From = 2019, To = 2024 },
        new CompareView { Stage = SchoolStage.Junior, Span = PeriodSpan.All, Explain = new ExplainedValue("230404", "2024H1") },
        new CompareView { Indicator = "a&b=c d", Units = ["一", "x+y"] },
        new CompareView { AsOf = PastMoment.OfDay(new DateOnly(2026, 5, 1)) },
        new CompareView { AsOf = new PastMoment(new DateTimeOffset(2026, 5, 1, 8, 30, 0, TimeSpan.Zero).AddTicks(7), null) },
    ];

    [Theory]
    [MemberData(nameof(Views))]
    public void A_view_survives_its_address(CompareView view)
    {
        var address = Plain.Urls.Compare(view);

        Assert.Equal(view, new AddressReader(QueryOf(address)).ReadCompare());
    }

    public static TheoryData<ReportView> Reports =>
    [
        new ReportView(),
        new ReportView { At = "230402", Group = "fitness", Indicator = "fitness.pass_rate", Units = ["230402-s01", "230402-s02"] },
        new ReportView { From = 2019, To = 2024, Stage = SchoolStage.Primary, Pick = new ReportPick("230402", "2023", "dropout.rate") },
        new ReportView { Pick = new ReportPick(null, null, "dropout.rate"), Explain = new ExplainedValue("230404", "2024") },
        new ReportView { Pick = new ReportPick("230402") },
    ];

    [Theory]
    [MemberData(nameof(Reports))]
    public void A_report_survives_its_address(ReportView view) =>
        Assert.Equal(view, new AddressReader(QueryOf(Plain.Urls.Report(view))).ReadReport());

    [Fact]
    public void A_mark_picked_again_lets_go_and_a_year_picked_before_holds_for_the_next_unit()
    {
        var year = new ReportView().Picking(new ReportPick("230402", "2023"));

        Assert.Equal(new ReportPick("230404", "2023"), year.Picking(new ReportPick("230404")).Pick);
        Assert.Null(year.Picking(new ReportPick("230402", "2023")).Pick);
        Assert.Null(year.Picking(new ReportPick("230402")).Pick);
    }

    [Fact]
    public void A_unit_view_survives_its_address()
    {
        var view = new UnitView("230404-no12-middle") { Indicator = "dropout.rate", Period = "2024", Stage = SchoolStage.Junior, AsOf = PastMoment.OfDay(new DateOnly(2026, 5, 1)) };
        var address = new Uri("http://edu" + Plain.Urls.Unit(view));

        Assert.Equal("/units/230404-no12-middle", address.AbsolutePath);
        Assert.Equal(view, new AddressReader(address.Query).ReadUnit("230404-no12-middle"));
    }

    [Fact]
    public void A_file_is_of_the_same_moment_as_the_page_and_carries_no_theme()
    {
        var view = new ExportView(["230402", "230404"], "dropout.rate", SchoolStage.Junior, "2023", "2024", PastMoment.Parse("2026-05-31"));

        Assert.Equal(
            "/export/comparison.csv?orgUnits=230402,230404&indicators=dropout.rate&stage=JUNIOR&from=2023&to=2024&asOf=2026-05-31T16%3A00%3A00.0000000Z&lang=en&bom=true",
            Visitor.From("en", "dark").Urls.ComparisonFile(view, "csv"));
    }

    [Fact]
    public void The_usual_view_has_the_shortest_address() => Assert.Equal("/", Plain.Urls.Compare(new CompareView()));

    [Fact]
    public void Language_and_theme_travel_along_where_they_are_not_the_usual_ones()
    {
        var urls = Visitor.From("en", "dark").Urls;

        Assert.Equal("/live?lang=en&theme=dark", urls.Live(new LiveView()));
        Assert.Equal("/?units=230402,230404&lang=en&theme=dark", urls.Compare(new CompareView { Units = ["230402", "230404"] }));
    }

    [Fact]
    public void A_switch_of_language_keeps_the_rest_of_the_address() => Assert.Equal(
        "/units/230404?indicator=dropout.rate&lang=en",
        Urls.With("http://edu/units/230404?indicator=dropout.rate&lang=zh", "lang", "en"));

    [Theory]
    [InlineData("2026-05-01", "2026-05-01T16:00:00Z")]
    [InlineData("2026-05-01T08:30:00%2B08:00", "2026-05-01T00:30:00Z")]
    [InlineData("2026-05-01T08:30Z", "2026-05-01T08:30:00Z")]
    public void A_day_means_its_end_in_China_and_an_instant_itself(string given, string instant) =>
        Assert.Equal(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture), new AddressReader($"?asOf={given}").ReadCompare().AsOf?.Instant);

    [Fact]
    public void A_plain_form_may_send_its_units_one_by_one()
    {
        var view = new AddressReader("?indicator=&units=230402&units=230404&from=&stage=").ReadCompare();

        Assert.Equal(new CompareView { Units = ["230402", "230404"] }, view);
    }

    [Fact]
    public void Years_picked_the_wrong_way_round_are_turned()
    {
        var view = new AddressReader("?from=2024&to=2020").ReadCompare();

        Assert.Equal((2020, 2024), (view.From, view.To));
    }

    [Theory]
    [InlineData("?from=soon", "from", "soon")]
    [InlineData("?to=99999", "to", "99999")]
    [InlineData("?span=week", "span", "week")]
    [InlineData("?stage=3", "stage", "3")]
    [InlineData("?stage=COLLEGE", "stage", "COLLEGE")]
    [InlineData("?asOf=May", "asOf", "May")]
    [InlineData("?asOf=2026-05-01T08:00:00", "asOf", "2026-05-01T08:00:00")]
    [InlineData("?asOf=9999-12-31", "asOf", "9999-12-31")]
    public void What_cannot_be_read_is_named_and_left_out(string query, string field, string given)
    {
        var reader = new AddressReader(query);

        Assert.Equal(new CompareView(), reader.ReadCompare());
        var unread = Assert.Single(reader.Unread);
        Assert.Equal((field, given), (unread.Name, unread.Given));
        Assert.Contains(given, unread.Sentence, StringComparison.Ordinal);
    }

    private static string QueryOf(string address) => new Uri("http://edu" + address).Query;
}
