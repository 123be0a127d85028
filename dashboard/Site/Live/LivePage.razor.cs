using EduAnalytics.Dashboard.GraphQL;
using EduAnalytics.Dashboard.Shell;
using EduAnalytics.Dashboard.Texts;
using Microsoft.AspNetCore.Components;

namespace EduAnalytics.Dashboard.Live;

/// <summary>Dropout and fitness as they are now. Prerendered as they were when asked for; the circuit then follows.</summary>
public sealed partial class LivePage : IAsyncDisposable
{
    private readonly PageContent<LiveAnswer> content = new();
    private readonly LiveBoard board = new();
    private readonly CancellationTokenSource leaving = new();
    private LiveConnection connection = LiveConnection.Connecting;
    private DateTimeOffset? lastChange;
    private int seenChanges;
    private Task following = Task.CompletedTask;

    [CascadingParameter]
    private Visitor Visitor { get; set; } = null!;

    [Inject]
    private IGraphQLClient Client { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    /// <summary>Packed in the prerendered HTML for the circuit that takes over.</summary>
    [PersistentState]
    public byte[]? Kept { get; set; }

    /// <summary>Numbers stand back until they are known to be live, and say so once they no longer are.</summary>
    private string State => connection switch
    {
        LiveConnection.Live => "current",
        LiveConnection.Broken => "stale",
        _ => "pending",
    };

    private LiveTexts Texts => Visitor.Texts.Live;

    public async ValueTask DisposeAsync()
    {
        await leaving.CancelAsync();
        await following.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        content.Dispose();
        leaving.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        if (Handover.Unpack<LiveAnswer>(Kept) is { } kept)
            content.Resume(kept);
        else
            await content.Read(ending => LiveFollower.Read(Client, ending));
        if (content.Data is not { } data)
            return;
        Kept = Handover.Pack(data);
        board.Load(data);
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender && board.Tiles.Count > 0)
            following = new LiveFollower(Client, Time).Follow(board, Show, leaving.Token);
    }

    private Task Show(LiveConnection now) => InvokeAsync(() =>
    {
        if (board.Changes != seenChanges)
            lastChange = Time.GetUtcNow();
        (connection, seenChanges) = (now, board.Changes);
        StateHasChanged();
    });
}
