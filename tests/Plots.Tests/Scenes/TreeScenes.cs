namespace EduAnalytics.Plots.Tests.Scenes;

internal static class TreeScenes
{
    public static Scene Usual { get; } = new("tree", look => Spec(look, new TreeNode("city", look.Word("鹤岗市", "Hegang"), 39, [
        District(look, 0, 17, new("s1", look.Word("向阳区第三中学", "Xiangyang No. 3 Middle School"), 9, [
            new("s1-junior", look.Word("初中", "junior"), 8, []), new("s1-primary", look.Word("小学", "primary"), 1, [])]),
            new("s2", look.Word("向阳区第一中学", "Xiangyang No. 1 Middle School"), 8, [])),
        District(look, 1, 11), District(look, 3, 8), District(look, 4, 3), District(look, 5, 0),
        new("n", look.District(2), null, []),
    ])));

    public static Scene Picked { get; } = new("tree-picked", look => Picking((TreeSpec)Usual.Of(look), "d1"));

    public static IReadOnlyList<Scene> Unusual { get; } =
    [
        new("tree-crowded", look => Spec(look, new TreeNode("a", look.LongName(0), 900, [
            new("b", look.LongName(1), 500, [new("c", look.LongName(2), 300, [new("d", look.LongName(3), 200, [new("e", look.LongName(4), 100, [])])])]) { Synthetic = true },
            .. Enumerable.Range(10, 28).Select(i => new TreeNode($"{i}", look.LongName(i), 40 - i, []) { Synthetic = i % 2 == 0 }),
        ]))),
        new("tree-one", look => Spec(look, new TreeNode("a", look.LongName(1), 3, []))),
        new("tree-empty", look => Spec(look, new TreeNode("a", look.District(1), null, []))),
    ];

    private static TreeNode District(SceneLook look, int number, decimal value, params TreeNode[] schools) =>
        new($"d{number}", look.District(number), value, [.. schools]) { Synthetic = number != 2 };

    private static TreeSpec Picking(TreeSpec spec, string district) => spec with
    {
        Root = spec.Root with { Parts = [.. spec.Root.Parts.Select(part => part with { Highlighted = part.Id == district })] },
    };

    private static TreeSpec Spec(SceneLook look, TreeNode root) => look.Dress(new TreeSpec
    {
        Title = look.Word("辍学学生从哪里来", "Where dropouts come from"),
        Subtitle = look.Word("2024年", "2024"),
        Unit = look.Word("人", "students"),
        Decimals = 0,
        Root = root,
        Texts = new TreeTexts
        {
            Part = look.Word("单位", "unit"),
            Value = look.Word("辍学学生", "dropouts"),
            Share = look.Word("括号内为占上一级的比例", "in brackets the share of the level above"),
            NoData = look.Word("无数据", "no data"),
            SyntheticSuffix = look.Word("（演示）", " (demo)"),
        },
    });
}
