using System.Globalization;
using System.Text;
using EduAnalytics.Cli.Catalogues;
using EduAnalytics.Cli.Import;
using Fault = EduAnalytics.Cli.Tests.Import.BulkServer.Fault;

namespace EduAnalytics.Cli.Tests.Import;

/// <summary><c>edu import</c> over a connection that fails, and stopped by Ctrl-C.</summary>
public sealed class ImportRunTests : IAsyncLifetime
{
    private readonly string directory = Directory.CreateTempSubdirectory("edu-import-").FullName;
    private readonly PassingTime time = new();
    private BulkServer server = null!;

    public async ValueTask InitializeAsync() => server = await BulkServer.Start();

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        Directory.Delete(directory, recursive: true);
    }

    [Theory]
    [InlineData(Fault.Unreachable, "3 lines sent: 3 accepted, 0 known already, 0 refused.")]
    [InlineData(Fault.Lost, "3 lines sent: 0 accepted, 3 known already, 0 refused.")]
    [InlineData(Fault.TooOften, "3 lines sent: 3 accepted, 0 known already, 0 refused.")]
    [InlineData(Fault.OutOfReach, "3 lines sent: 3 accepted, 0 known already, 0 refused.")]
    [InlineData(Fault.Unanswered, "3 lines sent: 3 accepted, 0 known already, 0 refused.")]
    [InlineData(Fault.Refused, "3 lines sent: 3 accepted, 0 known already, 0 refused.")]
    internal async Task What_fails_in_passing_is_sent_again_under_the_same_name_and_counts_once(Fault fault, string told)
    {
        server.Faults.Enqueue(fault);
        server.Faults.Enqueue(fault);

        var (code, last) = await Import(students: 3);

        Assert.Equal((ExitCodes.Ok, told), (code, last));
        Assert.Equal(3, server.Received.Count);
        Assert.Single(server.Received.Distinct());
        Assert.Equal(3, server.Lines);
        Assert.Equal([1, 2], time.Waits.Select(wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task Where_nobody_answers_any_more_it_says_how_much_is_on_disk_and_the_same_command_goes_on()
    {
        server.Faults.Enqueue(Fault.None);
        for (var tries = 0; tries < 6; tries++)
            server.Faults.Enqueue(Fault.Unreachable);

        var (code, last) = await Import(students: 25_000);

        Assert.Equal(ExitCodes.Failed, code);
        Assert.Contains("does not answer any more", last, StringComparison.Ordinal);
        Assert.EndsWith("20,000 of 25,000 lines are on disk; the same command goes on from there.", last, StringComparison.Ordinal);
        Assert.Equal([1, 2, 4, 8, 16], time.Waits.Select(wait => wait.TotalSeconds));
        Assert.Equal(20_000, server.Lines);
        Assert.Equal((ExitCodes.Ok, "25,000 lines sent: 5,000 accepted, 20,000 known already, 0 refused."), await Import(students: 25_000));
        Assert.Equal(25_000, server.Lines);
    }

    [Fact]
    public async Task Ctrl_C_brings_the_piece_under_way_to_its_end_and_says_what_is_on_disk()
    {
        using var stop = new CancellationTokenSource();
        server.OnReceived = stop.Cancel;

        var (code, last) = await ImportUntil(45_000, stop.Token);

        Assert.Equal(ExitCodes.Failed, code);
        Assert.Equal("edu: Stopped after 20,000 of 45,000 lines; all of them are on disk. The same command goes on from there: what was sent counts once.", last);
        Assert.Equal(20_000, server.Lines);
        Assert.Single(server.Received);
        server.OnReceived = () => { };
        Assert.Equal((ExitCodes.Ok, "45,000 lines sent: 25,000 accepted, 20,000 known already, 0 refused."), await Import(students: 45_000));
    }

    [Fact]
    public async Task Ctrl_C_while_it_waits_for_a_lost_system_tries_once_more_so_that_it_knows_what_is_on_disk()
    {
        using var stop = new CancellationTokenSource();
        time.OnWait = stop.Cancel;
        server.Faults.Enqueue(Fault.Lost);

        var (code, last) = await ImportUntil(45_000, stop.Token);

        Assert.Equal(ExitCodes.Failed, code);
        Assert.StartsWith("edu: Stopped after 20,000 of 45,000 lines", last, StringComparison.Ordinal);
        Assert.Equal(2, server.Received.Count);
        Assert.Equal(20_000, server.Lines);
    }

    [Fact]
    public async Task Ctrl_C_while_the_file_is_checked_sends_nothing()
    {
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();

        Assert.Equal((ExitCodes.Failed, "edu: Stopped before anything was sent."), await ImportUntil(3, stopped.Token));
        Assert.Empty(server.Received);
    }

    private Task<(int Code, string Last)> Import(int students) => ImportUntil(students, TestContext.Current.CancellationToken);

    /// <returns>The exit code and the last line of what was said.</returns>
    private async Task<(int Code, string Last)> ImportUntil(int students, CancellationToken stop)
    {
        var file = Path.Combine(directory, $"{students}.csv");
        var rows = new StringBuilder("school,student,event,date,grade\n");
        for (var student = 0; student < students; student++)
            rows.Append(CultureInfo.InvariantCulture, $"向阳第一小学,s{student},enrolled,2024-09-02,1\n");
        await File.WriteAllTextAsync(file, rows.ToString(), TestContext.Current.CancellationToken);
        var settings = new ImportSettings(file, null, server.Address, CatalogueCommand.ShippedDirectory, null, null, DryRun: false, SkipBadRows: false, Token: null);
        using var said = new StringWriter();
        var code = await new ImportRun(settings, time, said, said).Run(stop);
        return (code, said.ToString().TrimEnd().Split('\n')[^1].Trim());
    }
}
