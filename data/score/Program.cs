using System.Diagnostics;
using System.Globalization;
using Overflight.Patterns.Score.Training;

var rows = LabelledHistoryReader.Read(File.OpenText(args[0]));
var repeats = int.Parse(args[1], CultureInfo.InvariantCulture);
var y = Array.ConvertAll(rows, r => r.IsSurveillance);
var clock = Stopwatch.StartNew();
foreach (var all in (bool[])[false, true])
{
    var b = new TrainingOptions { UsesAllColumns = all };
    foreach (var (name, o) in new (string, TrainingOptions)[]
    {
        ("blend532", b with { InnerFolds = 3 }),
        ("blend343", b with { BlendWeights = [0.3, 0.4, 0.3], InnerFolds = 3 }),
        ("blend343big", b with { BlendWeights = [0.3, 0.4, 0.3], InnerFolds = 3, BoostedTrees = 400, Boosted = new(5, 2, 5, 6, true, 0.08) }),
        ("blend721", b with { BlendWeights = [0.7, 0.2, 0.1], InnerFolds = 3 }),
    })
    {
        double ap = 0, r95 = 0;
        for (var k = 0; k < repeats; k++)
        {
            var ranked = new RankedLabels(CrossValidation.Logits(rows, o, 5, 9000 + k), y);
            ap += ranked.AveragePrecision / repeats;
            r95 += ranked.RecallAtPrecision(0.95) / repeats;
        }
        Console.WriteLine($"{(all ? "all" : "behaviour")} {name} AP {ap:0.0000} R@.95 {r95:0.000}  {clock.Elapsed.TotalSeconds:0.0}s");
    }
}
