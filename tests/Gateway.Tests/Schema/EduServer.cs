using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using EduAnalytics.Contracts.OrgUnits;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Submissions;
using EduAnalytics.Gateway.Tests.Access;
using EduAnalytics.Gateway.Tests.Calls;
using EduAnalytics.Grains.Catalogues;
using EduAnalytics.Grains.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EduAnalytics.Gateway.Tests.Schema;

/// <summary>Silo and gateway in one process, as embedded: a city of two districts, a few schools, Nanshan's figures.</summary>
public sealed class EduServer : IAsyncLifetime
{
    private readonly string _directory = Directory.CreateTempSubdirectory("edu-gateway-").FullName;
    private WebApplication? _app;
    private int _submissions;

    /// <summary>What this server's gateway does otherwise than the others'.</summary>
    public Action<GatewayOptions>? Configure { get; init; }

    public HttpClient Http { get; } = new();

    public Uri Address { get; private set; } = null!;

    public IServiceProvider Services => _app!.Services;

    public WithheldMarks Withheld => Services.GetRequiredService<WithheldMarks>();

    public CallCount Calls => Services.GetRequiredService<CallCount>();

    public SilentUnits Silent { get; } = new();

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.UseOrleans(silo => silo.UseLocalhostClustering(FreePort(), gatewayPort: 0).AddEduSilo(_directory));
        builder.Services.AddEduCatalogue(Path.Combine(AppContext.BaseDirectory, "catalogue"));
        builder.Services.AddSingleton<CallCount>();
        builder.Services.AddSingleton<IOutgoingGrainCallFilter>(provider => provider.GetRequiredService<CallCount>());
        builder.Services.AddSingleton<WithheldMarks>();
        builder.Services.AddSingleton<IOutgoingGrainCallFilter>(provider => provider.GetRequiredService<WithheldMarks>());
        builder.Services.AddEduGateway(options =>
        {
            options.MaxPageSize = 500;

            // Tests ask as fast as they can, and some of them in one caller's name.
            options.Rates.RequestsPerSecond = options.Rates.Burst = 10_000;
            Configure?.Invoke(options);
        });
        // Behind the gateway's own, which see a call that hangs as any other.
        builder.Services.AddSingleton<IOutgoingGrainCallFilter>(Silent);
        builder.Services.AddChangingCallers();
        _app = builder.Build();
        _app.UseTestCallers();
        _app.MapEduGateway();
        await _app.StartAsync();
        Address = new Uri(_app.Urls.Single() + "/graphql");
        await Register(
            Unit("230400", "鹤岗市", "Hegang", OrgUnitLevel.City, null),
            Unit("230404", "南山区", "Nanshan", OrgUnitLevel.District, "230400"),
            Unit("230402", "向阳区", "Xiangyang", OrgUnitLevel.District, "230400"),
            Unit("230404-yifu-primary", "逸夫小学", "Yifu Primary School", OrgUnitLevel.School, "230404", SchoolStage.Primary),
            Unit("230404-nanshan-primary", "南山小学", "Nanshan Primary School", OrgUnitLevel.School, "230404", SchoolStage.Primary),
            Unit("230404-no12-middle", "第十二中学", "No. 12 Middle School", OrgUnitLevel.School, "230404", SchoolStage.Junior),
            Unit("230402-s01", "向阳第一小学", null, OrgUnitLevel.School, "230402", SchoolStage.Primary) with { Synthetic = true });
    }

    /// <summary>The whole answer to a query.</summary>
    /// <param name="caller">Role and unit, as <see cref="TestCallers"/> reads them; null for whoever is at this machine.</param>
    public async Task<JsonElement> AskAsync(string query, object? variables = null, string? caller = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address) { Content = JsonContent.Create(new { query, variables }) };
        if (caller is not null)
            request.Headers.Add(TestCallers.Header, caller);
        using var answer = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }

    /// <summary>The data of an answer that must have no errors.</summary>
    public async Task<JsonElement> DataAsync(string query, object? variables = null)
    {
        var answer = await AskAsync(query, variables);
        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        return answer.GetProperty("data");
    }

    /// <summary>Reports figures and waits for nothing: what a district states itself is in its own answers at once.</summary>
    public async Task ReportAsync(string orgUnit, params object[] figures)
    {
        var data = await DataAsync(
            "mutation ($input: ReportFiguresInput!) { reportFigures(input: $input) { accepted errors { code message } } }",
            new
            {
                input = new
                {
                    submissionId = $"figures-{Interlocked.Increment(ref _submissions)}-{orgUnit}",
                    orgUnit,
                    source = new { document = "自评报告", section = "一" },
                    figures,
                },
            });
        Assert.Equal(figures.Length, data.GetProperty("reportFigures").GetProperty("accepted").GetInt32());
    }

    public async Task Register(params OrgUnit[] units)
    {
        var submission = new OrgUnitsSubmission($"units-{Interlocked.Increment(ref _submissions)}", OrgUnitId.Parse("230400"), [.. units]);
        var tree = Services.GetRequiredService<IGrainFactory>().GetGrain<IOrgUnitTreeGrain>(IOrgUnitTreeGrain.Key);
        Assert.False((await tree.Register(submission)).Refused);
    }

    public static OrgUnit Unit(string id, string name, string? nameEn, OrgUnitLevel level, string? parent, params SchoolStage[] stages) =>
        new(OrgUnitId.Parse(id), name, nameEn, level, parent is null ? null : OrgUnitId.Parse(parent), [.. stages], false);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app!.StopAsync();
        await _app.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
