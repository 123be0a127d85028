using System.Diagnostics;
using System.Globalization;
using System.Text;
using EduAnalytics.Testing;

namespace EduAnalytics.EndToEnd.Tests;

/// <summary>Files by the command line into a system that starts empty: an invented city abroad, marked synthetic.</summary>
public sealed class ImportTests : IDisposable
{
    private const string Units =
        """
        code;name;nameEn;parent;level;stages;synthetic
        xx-lindhagen;Lindhagen;Lindhagen;;CITY;;yes
        xx-norr;Norra distriktet;North District;xx-lindhagen;DISTRICT;;yes
        xx-norr-berg;Bergskolan;Mountain School;xx-norr;SCHOOL;PRIMARY JUNIOR;yes
        xx-norr-dal;Dalskolan;Valley School;xx-norr;SCHOOL;PRIMARY;yes
        """;

    private readonly string data = Directory.CreateTempSubdirectory("edu-import-").FullName;

    [Fact]
    public async Task Another_citys_units_students_and_figures_are_loaded_without_a_line_of_code()
    {
        await using var system = await RunningSystem.Start(Path.Combine(data, "journal"), "--empty");

        Assert.Equal((0, "4 lines sent: 4 accepted, 0 known already, 0 refused."), await Import(system, "units.csv", Units));
        var roll = new StringBuilder("School\tStudent\tEvent\tDate\tGrade\n");
        for (var student = 0; student < 200; student++)
            roll.Append(CultureInfo.InvariantCulture, $"Mountain School\tp{student}\tenrolled\t2024-09-02\tGrade {1 + (student % 9)}\n");
        roll.Append("Mountain School\tp0\tdropped out\t2024-10-01\t\n");
        Assert.Equal((0, "201 lines sent: 201 accepted, 0 known already, 0 refused."), await Import(system, "roll.tsv", roll.ToString()));
        Assert.Equal(
            (0, "2 lines sent: 2 accepted, 0 known already, 0 refused."),
            await Import(system, "figures.csv", "District;Indicator;2022;2023\nNorth District;finance.allocated;1.250,50;s\nTotal;finance.allocated;1.250,50;s\nLindhagen;finance.allocated;;99\n", "decimal: comma\n"));

        var city = await system.Query(
            """{ orgUnit(id: "xx-lindhagen") { synthetic value(indicator: "dropout.rate", period: "2024") { numerator denominator } } }""");
        Assert.Equal((1, 200), (city.GetProperty("orgUnit").GetProperty("value").GetProperty("numerator").GetInt32(), city.GetProperty("orgUnit").GetProperty("value").GetProperty("denominator").GetInt32()));
        Assert.True(city.GetProperty("orgUnit").GetProperty("synthetic").GetBoolean());
    }

    [Fact]
    public async Task A_second_run_of_a_file_changes_nothing_and_a_faulty_file_sends_nothing()
    {
        await using var system = await RunningSystem.Start(Path.Combine(data, "journal"), "--empty");
        await Import(system, "units.csv", Units);

        Assert.Equal((0, "4 lines sent: 0 accepted, 4 known already, 0 refused."), await Import(system, "renamed.csv", Units));
        const string faulty = "school,student,event,date,grade\nDalskolan,a,enrolled,2024-08-20,3\nDalskolan,b,enrolled,20 August,3\n";
        var (code, last) = await Import(system, "faulty.csv", faulty);
        Assert.Equal((2, "edu: Nothing was sent. Mend the file, or leave the bad rows out with --skip-bad-rows."), (code, last));
        Assert.Equal((0, "1 lines sent: 1 accepted, 0 known already, 0 refused."), await Import(system, "faulty.csv", faulty, null, "--skip-bad-rows"));
        Assert.Equal((0, "A dry run: nothing was sent."), await Import(system, "dry.csv", faulty.Replace("20 August", "2024-08-21", StringComparison.Ordinal), null, "--dry-run"));
    }

    [Fact]
    public async Task Where_nothing_runs_it_says_how_to_start_it()
    {
        var (code, last) = await Run(new Uri($"http://127.0.0.1:{RunningSystem.FreePort()}"), "units.csv", Units, null);

        Assert.Equal(1, code);
        Assert.Contains("start one with ./edu up", last, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(data, recursive: true);

    private Task<(int Code, string Last)> Import(RunningSystem system, string name, string content, string? mapping = null, params string[] options) =>
        Run(system.Address, name, content, mapping, options);

    /// <returns>The exit code and the last line of what was said.</returns>
    private async Task<(int Code, string Last)> Run(Uri address, string name, string content, string? mapping, params string[] options)
    {
        var file = Path.Combine(data, name);
        await File.WriteAllTextAsync(file, content, TestContext.Current.CancellationToken);
        List<string> arguments = [Repository.Program, "import", file, "--url", address.ToString(), .. options];
        if (mapping is not null)
        {
            await File.WriteAllTextAsync(file + ".yaml", mapping, TestContext.Current.CancellationToken);
            arguments.AddRange(["--mapping", file + ".yaml"]);
        }

        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, string.Concat(said).TrimEnd().Split('\n')[^1].Trim());
    }
}
