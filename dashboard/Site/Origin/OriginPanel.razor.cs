using EduAnalytics.Dashboard.Addresses;
using EduAnalytics.Dashboard.GraphQL;
using EduAnalytics.Dashboard.Shell;
using EduAnalytics.Dashboard.Texts;
using Microsoft.AspNetCore.Components;

namespace EduAnalytics.Dashboard.Origin;

public sealed partial class OriginPanel : IDisposable
{
    private readonly PageContent<OriginAnswer> content = new();
    private OriginQuestion? asked;
    private ElementReference heading;
    private bool takesFocus;

    [CascadingParameter]
    private Visitor Visitor { get; set; } = null!;

    [Inject]
    private IGraphQLClient Client { get; set; } = null!;

    [Parameter, EditorRequired]
    public required OriginQuestion Question { get; set; }

    /// <summary>
    /// The page with the panel as of a moment, or as things stand. Null on a page that is as of a moment as a whole, and
    /// says so and lets choose it itself.
    /// </summary>
    [Parameter]
    public Func<PastMoment?, string>? Address { get; set; }

    /// <summary>The page without the panel.</summary>
    [Parameter, EditorRequired]
    public required string CloseAddress { get; set; }

    /// <summary>Packed in the prerendered HTML for the circuit that takes over.</summary>
    [PersistentState]
    public byte[]? Kept { get; set; }

    private FigureTexts Texts => Visitor.Texts.Figure;

    public void Dispose() => content.Dispose();

    protected override void OnInitialized()
    {
        if (Handover.Unpack<OriginAnswer>(Kept) is not { } kept)
            return;
        content.Resume(kept);
        asked = Question;
    }

    protected override async Task OnParametersSetAsync()
    {
        if (asked == Question)
            return;
        asked = Question;
        takesFocus = RendererInfo.IsInteractive;
        await content.Read(async ending =>
        {
            var answer = await Client.ExecuteAsync(Documents.Find("Origin/Origin.graphql"), Question.Variables, ending);
            return answer.Read<OriginAnswer>();
        });
        Kept = content.Data is { } data ? Handover.Pack(data) : null;
    }

    /// <summary>Who asked where a number comes from is taken to the answer, which stands above the number.</summary>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!takesFocus || content.Data is not { OrgUnit: not null, Indicator: not null })
            return;
        takesFocus = false;
        await heading.FocusAsync();
    }

    private string Fill(string format, params object[] parts) => string.Format(Visitor.Language.Culture, format, parts);
}
