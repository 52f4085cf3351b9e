using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Archive.Tests.CompatibleClient;

/// <summary>What a consumer can name in an assembly, a line for each: types, what they are, and their members with the names and defaults of parameters.</summary>
internal static class PublicApiLines
{
    private const BindingFlags Public = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static;

    private static readonly NullabilityInfoContext Nullability = new();

    public static IReadOnlySet<string> Of(params Assembly[] assemblies) => assemblies.Distinct()
        .SelectMany(assembly => assembly.GetExportedTypes())
        .Where(type => type.Namespace == "EventStore.Client")
        .SelectMany(LinesOf)
        .ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<string> LinesOf(Type type)
    {
        var name = Name(type);
        yield return $"{name} is {Kind(type)}";
        if (type.IsEnum)
        {
            foreach (var value in Enum.GetNames(type))
                yield return string.Create(CultureInfo.InvariantCulture, $"{name}.{value} = {Convert.ToInt32(Enum.Parse(type, value), CultureInfo.InvariantCulture)}");
            yield break;
        }

        for (var parent = type.BaseType; parent is not null && parent != typeof(object) && parent != typeof(ValueType); parent = parent.BaseType)
            yield return $"{name} : {Name(parent)}";
        foreach (var contract in type.GetInterfaces().Where(contract => contract.IsPublic && !typeof(Exception).GetInterfaces().Contains(contract)))
            yield return $"{name} : {Name(contract)}";
        foreach (var constructor in type.GetConstructors())
            yield return $"{name}({Parameters(constructor)})";
        foreach (var field in type.GetFields(Public))
            yield return $"{name}.{field.Name} : {Annotated(Nullability.Create(field))}{(field.IsStatic ? " static" : "")}";
        foreach (var property in type.GetProperties(Public).Where(property => IsOurs(property.DeclaringType)))
            yield return $"{name}.{property.Name} : {Annotated(Nullability.Create(property))} {{{(property.GetMethod?.IsPublic == true ? " get;" : "")}{Setter(property)} }}{(property.GetMethod?.IsStatic == true ? " static" : "")}";
        foreach (var method in type.GetMethods(Public).Where(method => IsOurs(method.DeclaringType) && IsWritten(method)))
            yield return $"{name}.{method.Name}({Parameters(method)}) : {Annotated(Nullability.Create(method.ReturnParameter))}{(method.IsStatic ? " static" : "")}";
    }

    private static bool IsOurs(Type? declaring) => declaring?.Namespace == "EventStore.Client";

    // What every object has, and what the compiler makes of a record, is no promise of ours.
    private static bool IsWritten(MethodInfo method) => method.GetBaseDefinition().DeclaringType != typeof(object) && !method.Name.Contains('<', StringComparison.Ordinal)
        && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal));

    private static string Setter(PropertyInfo property) => property.SetMethod is not { IsPublic: true } setter ? ""
        : setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? " init;" : " set;";

    private static string Kind(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsInterface: true } => "interface",
        { IsValueType: true } => "struct",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        { IsSealed: true } => "sealed class",
        _ => "class",
    };

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        var prefix = parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : parameter.IsOut ? "out " : "";
        var fallback = !parameter.HasDefaultValue ? "" : string.Create(CultureInfo.InvariantCulture, $" = {parameter.RawDefaultValue ?? "default"}");
        // Nobody can name the operands of an operator.
        var name = parameter.Member.Name.StartsWith("op_", StringComparison.Ordinal) ? "" : " " + parameter.Name;
        return $"{prefix}{Annotated(Nullability.Create(parameter))}{name}{fallback}";
    }

    private static string Annotated(NullabilityInfo info)
    {
        var type = info.Type.IsByRef ? info.Type.GetElementType()! : info.Type;
        var mark = !type.IsValueType && info.ReadState == NullabilityState.Nullable ? "?" : "";
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return Name(underlying) + "?";
        if (type.IsGenericType && info.GenericTypeArguments.Length > 0)
            return $"{BareName(type)}<{string.Join(", ", info.GenericTypeArguments.Select(Annotated))}>{mark}";
        return Name(type) + mark;
    }

    private static string Name(Type type) => type.IsGenericType
        ? $"{BareName(type)}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
        : BareName(type);

    private static string BareName(Type type)
    {
        var name = type.Name.Split('`')[0];
        return type is { IsNested: true, IsGenericParameter: false } ? $"{Name(type.DeclaringType!)}.{name}" : name;
    }
}
