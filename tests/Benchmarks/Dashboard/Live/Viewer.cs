using System.Net.Http.Headers;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.DependencyInjection;

namespace EduAnalytics.Benchmarks.Dashboard.Live;

/// <summary>
/// A viewer of the live page without a browser: to the server it is one, with a circuit of its own that it answers as the
/// page's script does. It takes what it is sent and draws none of it, so that a few hundred fit beside the server that is measured.
/// </summary>
internal sealed class Viewer : IAsyncDisposable
{
    private static readonly TimeSpan patience = TimeSpan.FromMinutes(1);

    private readonly HubConnection connection;
    private readonly TaskCompletionSource live = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long drawings;
    private long bytes;

    private Viewer(HubConnection connection)
    {
        this.connection = connection;
        connection.On<long, byte[]>("JS.RenderBatch", Take);
        connection.On<long, string, string, int, long, int>("JS.BeginInvokeJS", Answer);
        connection.On<int>("JS.EndUpdateRootComponents", _ => { });
        connection.On<string>("JS.Error", error => live.TrySetException(new InvalidOperationException(error)));
        connection.Closed += fault =>
        {
            live.TrySetException(fault ?? new InvalidOperationException("The server closed a circuit."));
            return Task.CompletedTask;
        };
    }

    /// <summary>How many changes of the page it was sent.</summary>
    public long Drawings => Interlocked.Read(ref drawings);

    /// <summary>Their bytes, before the socket compresses them.</summary>
    public long Bytes => Interlocked.Read(ref bytes);

    public bool IsThere => connection.State == HubConnectionState.Connected;

    /// <summary>Opens the page and waits until it shows that its numbers are live.</summary>
    public static async Task<Viewer> Open(Uri system, string token)
    {
        using var http = new HttpClient { BaseAddress = system, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
        var address = new Uri(system, "/live?lang=en");
        var page = PrerenderedPage.Read(await http.GetStringAsync(address));
        var viewer = new Viewer(Connect(new Uri(system, "/_blazor"), token));
        await viewer.connection.StartAsync();
        if (await viewer.connection.InvokeAsync<string?>("StartCircuit", system.ToString(), address.ToString(), "[]", page.State) is null)
            throw new InvalidOperationException("The server began no circuit.");
        await viewer.connection.SendAsync("UpdateRootComponents", page.Components, page.State);
        await viewer.live.Task.WaitAsync(patience);
        return viewer;
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private static HubConnection Connect(Uri hub, string token)
    {
        var builder = new HubConnectionBuilder().WithUrl(hub, HttpTransportType.WebSockets, options =>
        {
            options.Headers.Add("Authorization", $"Bearer {token}");
            // Every browser offers it, and the server pays for it.
            options.WebSocketConfiguration = socket => socket.DangerousDeflateOptions = new WebSocketDeflateOptions();
        });
        builder.Services.AddSingleton<IHubProtocol, BlazorPack>();
        return builder.Build();
    }

    private async Task Take(long number, byte[] drawing)
    {
        Interlocked.Increment(ref drawings);
        Interlocked.Add(ref bytes, drawing.Length);
        if (!live.Task.IsCompleted && drawing.AsSpan().IndexOf("live-board current"u8) >= 0)
            live.TrySetResult();
        await connection.SendAsync("OnRenderCompleted", number, null);
    }

    /// <summary>What the server asks of the page's script: done, with nothing to tell.</summary>
    private Task Answer(long call, string function, string arguments, int kind, long target, int how) =>
        call == 0 ? Task.CompletedTask : connection.SendAsync("EndInvokeJSFromDotNet", call, true, $"[{call},true,null]");
}
