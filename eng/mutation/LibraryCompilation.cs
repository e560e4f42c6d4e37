using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Overflight.Mutation;

/// <summary>
/// A library as the build compiles it, in memory: a mutant is this with one file changed, so that each is compiled by itself and may
/// change anything, patterns and constants too. Thread-safe.
/// </summary>
internal sealed class LibraryCompilation
{
    private readonly CSharpCompilation _compilation;

    private LibraryCompilation(CSharpCompilation compilation, string folder)
    {
        (_compilation, Folder) = (compilation, folder);
        Original = Emit(compilation) ?? throw new InvalidOperationException("the library itself does not compile:\n" +
            string.Join("\n", compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error)));
    }

    /// <summary>The library's folder.</summary>
    public string Folder { get; }

    /// <summary>The library without any fault.</summary>
    public byte[] Original { get; }

    /// <summary>Compiles a library as its project file says.</summary>
    public static LibraryCompilation Of(string project)
    {
        var folder = Path.GetDirectoryName(project)!;
        using var asked = JsonDocument.Parse(Command.Output("dotnet", "msbuild", project, "-p:Configuration=Release", "-t:Compile", "-p:DesignTimeBuild=true", "-p:ProvideCommandLineArgs=true",
            "-p:SkipCompilerExecution=true", "-p:BuildProjectReferences=false", "-p:NonExistentFile=none", "-getItem:CscCommandLineArgs"));
        var arguments = asked.RootElement.GetProperty("Items").GetProperty("CscCommandLineArgs").EnumerateArray().Select(a => a.GetProperty("Identity").GetString()!);
        var command = CSharpCommandLineParser.Default.Parse(arguments, folder, sdkDirectory: null);
        var parse = command.ParseOptions.WithDocumentationMode(DocumentationMode.None);
        var trees = command.SourceFiles.Select(f => CSharpSyntaxTree.ParseText(SourceText.From(File.ReadAllText(f.Path), command.Encoding), parse, f.Path));
        var references = command.MetadataReferences.Select(r => MetadataReference.CreateFromFile(r.Reference, r.Properties));
        var options = command.CompilationOptions.WithGeneralDiagnosticOption(ReportDiagnostic.Default).WithReportSuppressedDiagnostics(false);
        var compilation = CSharpCompilation.Create(command.CompilationName, trees, references, options);

        var loader = new Loader();
        var generators = command.AnalyzerReferences.SelectMany(a => new AnalyzerFileReference(Path.GetFullPath(a.FilePath, folder), loader).GetGenerators(LanguageNames.CSharp)).ToImmutableArray();
        CSharpGeneratorDriver.Create(generators, parseOptions: parse).RunGeneratorsAndUpdateCompilation(compilation, out var generated, out _);
        return new((CSharpCompilation)generated, folder);
    }

    /// <summary>The faults that can be put into the files whose path in the library begins with one of some prefixes.</summary>
    public IReadOnlyList<Mutant> Mutants(IReadOnlyList<string> prefixes) => [.. _compilation.SyntaxTrees
        .Where(t => t.FilePath.StartsWith(Folder + '/', StringComparison.Ordinal) && !t.FilePath.Contains("/obj/", StringComparison.Ordinal))
        .Select(t => (Tree: t, File: Path.GetRelativePath(Folder, t.FilePath)))
        .Where(t => prefixes.Count == 0 || prefixes.Any(p => t.File.StartsWith(p, StringComparison.Ordinal)))
        .OrderBy(t => t.File, StringComparer.Ordinal)
        .SelectMany(t => MutantSearch.In(t.Tree, _compilation.GetSemanticModel(t.Tree), t.File))];

    /// <summary>The library with a fault; null where that does not compile.</summary>
    public byte[]? With(Mutant mutant)
    {
        var tree = _compilation.SyntaxTrees.Single(t => t.FilePath == Path.Combine(Folder, mutant.File));
        return Emit(_compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(tree.GetText().WithChanges(new TextChange(mutant.Span, mutant.Replacement)))));
    }

    /// <summary>Many mutants in one image.</summary>
    public SwitchedLibrary With(IReadOnlyList<Mutant> mutants)
    {
        var trees = _compilation.SyntaxTrees.Where(t => t.FilePath.Length > 0).ToLookup(t => t.FilePath);
        return SwitchedLibrary.Of(_compilation, mutants.Select(m => (trees[Path.Combine(Folder, m.File)].Single(), m)));
    }

    /// <summary>Whether an image is that of the library without any fault: the compiler sees no difference.</summary>
    public bool IsOriginal(byte[] image) => image.AsSpan().SequenceEqual(Original);

    private static byte[]? Emit(CSharpCompilation compilation)
    {
        using var image = new MemoryStream();
        return compilation.Emit(image).Success ? image.ToArray() : null;
    }

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public System.Reflection.Assembly LoadFromPath(string fullPath) => System.Reflection.Assembly.LoadFrom(fullPath);
    }
}
